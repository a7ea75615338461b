/*
 * Browsers start no worker from a page that was opened from a folder (file://).  This stands in for
 * one there: the worker's script runs in a hidden frame, and messages pass between the two windows.
 * Pages from a server keep their browser's own workers.
 */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.onmessage = null;
      this.queue = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.appendChild(this.frame);
      const inside = this.frame.contentWindow;
      inside.self = inside;
      // the script posts to its owner, not to itself
      inside.postMessage = (data) => this.hear(data);
      inside.importScripts = (...urls) =>
        urls.reduce((before, next) => before.then(() => load(inside, next)), Promise.resolve());
      load(inside, url).then(() => {
        this.ready = true;
        this.queue.splice(0).forEach((data) => this.tell(data));
      });
    }

    postMessage(data) {
      if (this.ready) this.tell(data);
      else this.queue.push(data);
    }

    tell(data) {
      const inside = this.frame.contentWindow;
      setTimeout(() => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
    }

    hear(data) {
      setTimeout(() => {
        const event = new MessageEvent("message", { data });
        this.dispatchEvent(event);
        if (this.onmessage) this.onmessage(event);
      });
    }

    terminate() {
      this.frame.remove();
    }
  }

  function load(inside, url) {
    return new Promise((resolve, reject) => {
      const script = inside.document.createElement("script");
      script.src = new URL(url, document.baseURI).href;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${script.src}`));
      inside.document.body.appendChild(script);
    });
  }

  window.Worker = FrameWorker;
})();
