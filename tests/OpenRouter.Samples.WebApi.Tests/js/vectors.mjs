// Streams as bytes, and the events that the HTML standard sees in them. Each is read whole, byte by byte, and cut at every place.
const event = (data, type = 'message', id = '') => ({ type, data, id });
const bytes = (text) => new TextEncoder().encode(text);

export const vectors = [
  { name: 'one event', body: 'data: a\n\n', events: [event('a')] },
  { name: 'no space after the colon', body: 'data:a\n\n', events: [event('a')] },
  { name: 'only the first space goes', body: 'data:  a\n\n', events: [event(' a')] },
  { name: 'a tab is no space', body: 'data:\ta\n\n', events: [event('\ta')] },
  { name: 'CRLF', body: 'event: x\r\ndata: a\r\n\r\ndata: b\r\n\r\n', events: [event('a', 'x'), event('b')] },
  { name: 'CR', body: 'event: x\rdata: a\r\rdata: b\r\r', events: [event('a', 'x'), event('b')] },
  { name: 'mixed line ends', body: 'data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\n', events: [event('a\nb\nc'), event('d')] },
  { name: 'LF and CR are two line ends', body: 'data: a\n\rdata: b\n\n', events: [event('a'), event('b')] },
  { name: 'several lines of data', body: 'data: a\ndata:\ndata: b\n\n', events: [event('a\n\nb')] },
  { name: 'data without a colon', body: 'data\n\n', events: [event('')] },
  { name: 'two empty lines of data', body: 'data\ndata\n\n', events: [event('\n')] },
  { name: 'a block without data is no event and forgets its name', body: 'event: x\n\ndata: a\n\n', events: [event('a')] },
  { name: 'an empty name is no name', body: 'event: x\nevent:\ndata: a\n\n', events: [event('a')] },
  { name: 'the last name counts', body: 'event: x\nevent: y\ndata: a\n\n', events: [event('a', 'y')] },
  { name: 'a name may come last', body: 'data: a\nevent: x\n\n', events: [event('a', 'x')] },
  { name: 'ids stay', body: 'id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n', events: [event('a', 'message', '1'), event('b', 'message', '1'), event('c')] },
  { name: 'an id with NUL is passed over', body: 'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n', events: [event('a', 'message', '1'), event('b', 'message', '1')] },
  { name: 'comments', body: ': hello\n:\ndata: a\n: between\ndata: b\n\n:last\n\n', events: [event('a\nb')], comments: [' hello', '', ' between', 'last'] },
  { name: 'unknown fields', body: 'foo: 1\ndatax: 2\n data: 3\ndata: a\nretry: 10\n\n', events: [event('a')] },
  { name: 'names are case-sensitive', body: 'Data: a\ndata: b\n\n', events: [event('b')] },
  { name: 'a colon in the value', body: 'data: a: b:c\n\n', events: [event('a: b:c')] },
  { name: 'no blank line at the end: no event', body: 'data: a\n\ndata: b\n', events: [event('a')] },
  { name: 'no line end at the end: no event', body: 'data: a\n\ndata: b', events: [event('a')] },
  { name: 'many blank lines', body: '\n\n\r\n\rdata: a\n\n\n\n', events: [event('a')] },
  { name: 'a byte order mark', body: '\ufeffdata: a\n\n', events: [event('a')] },
  { name: 'a second byte order mark belongs to the name', body: '\ufeff\ufeffdata: a\n\ndata: b\n\n', events: [event('b')] },
  { name: 'a byte order mark inside data', body: 'data: \ufeffa\n\n', events: [event('\ufeffa')] },
  { name: 'other line separators are text', body: 'data: a\u2028b\u2029c\u0085d\u000be\n\n', events: [event('a\u2028b\u2029c\u0085d\u000be')] },
  { name: 'characters of two, three and four bytes', body: 'data: é€😀𝒳\n\nevent: ü\ndata: 漢字\n\n', events: [event('é€😀𝒳'), event('漢字', 'ü')] },
  { name: 'joined characters', body: 'data: 👩‍👩‍👧‍👦 e\u0301\n\n', events: [event('👩‍👩‍👧‍👦 e\u0301')] },
  { name: 'bytes that are no UTF-8', body: new Uint8Array([...bytes('data: a'), 0xff, ...bytes('b\n\ndata: '), 0xe2, 0x82, ...bytes('\n\n')]), events: [event('a\ufffdb'), event('\ufffd')] },
  { name: 'JSON that looks like events', body: 'event: text\ndata: {"text":"\\n\\nevent: done\\ndata: {}\\n\\n"}\n\n', events: [event('{"text":"\\n\\nevent: done\\ndata: {}\\n\\n"}', 'text')] },
  { name: 'an answer of the relay', body: ': still here\n\nevent: text\ndata: {"text":"Hi"}\n\nevent: done\ndata: {"reason":"stop"}\n\n', events: [event('{"text":"Hi"}', 'text'), event('{"reason":"stop"}', 'done')], comments: [' still here'] },
  { name: 'nothing', body: '', events: [] },
];

export const bodyOf = (vector) => (typeof vector.body === 'string' ? bytes(vector.body) : vector.body);
