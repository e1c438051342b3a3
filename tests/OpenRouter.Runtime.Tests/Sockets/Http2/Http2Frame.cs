using System.Buffers.Binary;
using System.Text;

namespace OpenRouter.Runtime.Tests.Sockets.Http2;

/// <summary>Frames of HTTP/2, as far as a server of one answer needs them.</summary>
internal static class Http2Frame
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Reset = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte EndStream = 1;
    public const byte Ack = 1;
    public const byte EndHeaders = 4;
    public const int HeaderSize = 9;
    public const int InitialWindow = 65_535;
    public const int MaxPayload = 16_384;

    public static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>A frame as bytes.</summary>
    public static byte[] Make(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderSize + payload.Length];
        frame[0] = (byte)(payload.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)payload.Length);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(HeaderSize));
        return frame;
    }

    /// <summary>A number of four bytes.</summary>
    public static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>Status 200 by the static table of HPACK (8), content-type (31) with a literal that is not indexed.</summary>
    public static byte[] HeaderBlock(string contentType) => [0x88, 0x0F, 0x10, (byte)contentType.Length, .. Encoding.ASCII.GetBytes(contentType)];
}
