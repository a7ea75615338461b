// Builds what the explorer serves beside its own style and script: the d3 parts that zoom and
// brush, bundled, and the world as one SVG file.  Usage: node build.mjs [OUTPUT FOLDER]
import { build } from "esbuild";
import { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
import { readFileSync, mkdirSync, writeFileSync, copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "..", "src", "dragoman", "explorer", "assets");
const find = createRequire(import.meta.url).resolve;
mkdirSync(out, { recursive: true });

await build({
  entryPoints: [join(here, "charts.js")],
  outfile: join(out, "charts.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2020",
  legalComments: "none",
});

// The same projection and frame as dragoman.explorer.charts.worldmap: Equal Earth, 960 wide.
const WIDTH = 960;
const projection = geoEqualEarth().fitWidth(WIDTH, { type: "Sphere" });
// Whose status is disputed, as the atlas names them; they are hatched on the map.
const DISPUTED = new Set([
  "Kosovo", "N. Cyprus", "Somaliland", "W. Sahara", "Palestine", "Taiwan", "Falkland Is.", "Siachen Glacier",
]);

const atlas = JSON.parse(readFileSync(find("world-atlas/countries-50m.json"), "utf8"));
const world = simplify(presimplify(atlas), 0.01);
const countries = world.objects.countries;
const path = (shape) => relative(shape);
const disputed = feature(world, {
  type: "GeometryCollection",
  geometries: countries.geometries.filter((g) => DISPUTED.has(g.properties.name)),
});
const parts = {
  sphere: path({ type: "Sphere" }),
  graticule: path(geoGraticule10()),
  land: path(feature(world, world.objects.land)),
  borders: path(mesh(world, countries, (a, b) => a !== b)),
  disputed: path(disputed),
};
const svg = Object.entries(parts).map(([id, d]) => `<path id="${id}" d="${d}"/>`).join("\n");
writeFileSync(join(out, "world.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${svg}\n</svg>\n`);

const notice = ["d3-brush", "d3-selection", "d3-zoom", "world-atlas"]
  .map((name) => `${name}\n${"=".repeat(name.length)}\n${readFileSync(licence(name), "utf8")}`)
  .join("\n");
writeFileSync(join(out, "LICENSES.txt"), notice);

function licence(name) {
  return join(here, "node_modules", name, "LICENSE");
}

// A path in tenths of a pixel with steps from point to point: half the size of the usual form.
function relative(shape) {
  let d = "";
  let at = [0, 0];
  let start = at;
  const step = (letter, x, y) => {
    const to = [Math.round(x * 10), Math.round(y * 10)];
    const [dx, dy] = [to[0] - at[0], to[1] - at[1]];
    if (letter === "l" && dx === 0 && dy === 0) return;
    d += `${letter}${dx}${dy < 0 ? "" : " "}${dy}`;
    at = to;
    if (letter === "m") start = to;
  };
  geoPath(projection, {
    moveTo: (x, y) => step("m", x, y),
    lineTo: (x, y) => step("l", x, y),
    closePath: () => { d += "z"; at = start; },
  })(shape);
  return d;
}
