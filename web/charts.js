// What needs d3: a brush on every timeline, zoom on the map.  The drawings come from the server.
import { brushX } from "d3-brush";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";

document.documentElement.classList.add("charts");

for (const svg of document.querySelectorAll("[data-timeline]")) addBrush(svg);
for (const svg of document.querySelectorAll("[data-map]")) addZoom(svg);

function addBrush(svg) {
  const bars = [...svg.querySelectorAll(".bar")].map((bar) => ({
    bar,
    from: Number(bar.dataset.x),
    to: Number(bar.dataset.x) + Number(bar.dataset.w),
  }));
  if (!bars.length) return;
  const { width, height } = svg.viewBox.baseVal;
  const go = (first, last) => {
    const address = new URL(svg.dataset.base, location.href);
    address.searchParams.set("since", first.dataset.first);
    address.searchParams.set("until", last.dataset.last);
    location.assign(address);
  };
  let pressed = null;
  const brush = brushX()
    .extent([[bars[0].from, 0], [width, height - 20]])
    .on("end", (event) => {
      if (!event.sourceEvent) return;
      if (event.selection) {
        const [a, b] = event.selection;
        const chosen = bars.filter((x) => x.to >= a && x.from <= b);
        if (chosen.length) go(chosen[0].bar, chosen.at(-1).bar);
      } else if (pressed !== null) {
        const hit = bars.find((x) => pressed >= x.from - 1 && pressed <= x.to + 1);
        if (hit?.bar.matches("a")) location.assign(hit.bar.href.baseVal);
      }
    });
  const layer = select(svg).append("g").attr("class", "brush").call(brush);
  const where = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return point.x;
  };
  // The brush lies on the bars: it says what they would say.
  const title = layer.select(".overlay").append("title");
  layer.on("pointerdown", (event) => { pressed = where(event); });
  layer.on("pointermove", (event) => {
    const x = where(event);
    const hit = bars.find((b) => x >= b.from - 1 && x <= b.to + 1);
    title.text(hit?.bar.querySelector("title")?.textContent ?? "");
  });
}

function addZoom(svg) {
  const group = svg.querySelector("[data-zoom]");
  const width = Number(svg.dataset.width);
  const height = Number(svg.dataset.height);
  const [x, y, w, h] = svg.dataset.fit.split(" ").map(Number);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const behaviour = zoom()
    .scaleExtent([1, 40])
    .translateExtent([[-40, -40], [width + 40, height + 40]])
    .extent([[0, 0], [width, height]])
    .filter((event) => {
      if (event.type === "wheel") return event.ctrlKey || event.metaKey; // the page scrolls otherwise
      if (event.type.startsWith("touch")) return event.touches.length > 1;
      return !event.button;
    })
    .on("zoom", ({ transform }) => {
      group.setAttribute("transform", transform);
      const s = Math.min(2.4, Math.max(1, 620 / svg.clientWidth)) / transform.k; // larger on a phone
      for (const c of group.querySelectorAll("[data-r]")) c.setAttribute("r", Number(c.dataset.r) * s);
      for (const d of group.querySelectorAll("[data-s]")) d.setAttribute("transform", `translate(${d.dataset.x} ${d.dataset.y}) scale(${s})`);
      for (const t of group.querySelectorAll("[data-dy]")) {
        t.setAttribute("dy", Number(t.dataset.dy) * s);
        t.setAttribute("font-size", 12 * s);
      }
    });
  const map = select(svg).call(behaviour);
  const k = Math.min(width / w, height / h);
  const fit = zoomIdentity.translate(width / 2 - k * (x + w / 2), height / 2 - k * (y + h / 2)).scale(k);
  map.call(behaviour.transform, fit);
  for (const button of document.querySelectorAll("[data-zoom-by]"))
    button.addEventListener("click", () => map.call(behaviour.scaleBy, Number(button.dataset.zoomBy)));
  document.querySelector("[data-zoom-world]")?.addEventListener("click", () => map.call(behaviour.transform, zoomIdentity));
}
