"use strict";

// Enter sends and Shift+Enter begins a new line, without a round trip for every key. Who composes a character with Enter does not send it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.id !== "question") {
    return;
  }

  event.preventDefault();
  const send = document.getElementById("send");
  if (send && !send.disabled) {
    event.target.form.requestSubmit(send);
  }
});

// The end of the chat stays in sight while it grows, unless the reader has scrolled up.
const nearEnd = 120;
let follows = true;
addEventListener("scroll", () => {
  follows = innerHeight + scrollY >= document.documentElement.scrollHeight - nearEnd;
}, { passive: true });
new ResizeObserver(() => {
  if (follows) {
    scrollTo(0, document.documentElement.scrollHeight);
  }
}).observe(document.body);
