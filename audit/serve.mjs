// Serves a folder on this machine alone, packed and cached as a host for static sites does.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

async function answer(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
  try {
    const body = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    const type = TYPES[extname(path)] ?? "text/html; charset=utf-8";
    const packed = type === "image/png" ? body : gzipSync(body, { level: 6 });
    const headers = { "content-type": type, "content-length": packed.length, "cache-control": "max-age=31536000" };
    if (packed !== body) headers["content-encoding"] = "gzip";
    response.writeHead(200, headers).end(packed);
  } catch {
    response.writeHead(404).end();
  }
}

/** Serves while `work(address)` runs, then stops. */
export async function served(folder, work) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await work(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
