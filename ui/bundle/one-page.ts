/**
 * Puts scripts and styles into the page, so that the build is one file, and closes it to the world:
 * the policy names the one script by its hash and allows no address at all. Whatever a document's
 * text held, it could neither run nor call home.
 */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

export const SLOT = '<script id="holdfast-data" type="application/json">{}</script>';

export function onePage(): Plugin {
  return {
    name: "holdfast-one-page",
    enforce: "post",
    apply: "build",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("the build made no index.html");
      let script = "";
      let style = "";
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") script += file.code;
        else if (name.endsWith(".css")) style += String(file.source);
        else if (name !== "index.html") throw new Error(`${name} would be left outside the page`);
        if (name !== "index.html") delete bundle[name];
      }
      script = inScript(script.trim());
      const html = String(page.source)
        .replace(/<script[^>]*type="module"[^>]*><\/script>\s*/g, "")
        .replace(/<link[^>]*rel="stylesheet"[^>]*>\s*/g, "")
        .replace("</head>", () => `${policy(script)}\n    <style>${style}</style>\n  </head>`)
        .replace("</body>", () => `<script type="module">${script}</script>\n  </body>`);
      check(html);
      page.source = html;
    },
  };
}

/** The script as it may stand in a page: nothing in it ends the element or opens a comment. */
function inScript(code: string): string {
  return (
    code
      // The worker's text brings the address of a map that is not in the page.
      .replace(/\/\/# sourceMappingURL=[\w.-]+(\\n)?/g, "")
      .replace(/<\/(script)/gi, "<\\/$1")
      .replace(/<!--/g, "\\x3C!--")
      .replace(/\r\n?/g, "\n")
  );
}

function policy(script: string): string {
  const hash = createHash("sha256").update(script, "utf8").digest("base64");
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    // The map's worker is made from text inside the page; where the page is opened from disk,
    // MapLibre reads that text back before it starts the worker.
    "worker-src data: blob:",
    "connect-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `  <meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}" />`;
}

function check(html: string): void {
  if (html.split(SLOT).length !== 2) throw new Error("the page must hold the data slot once");
  if (
    /<(script|link|img)[^>]*\s(src|href)="(?!data:)/.test(
      html.replace(/<script type="module">[\s\S]*?<\/script>/, ""),
    )
  )
    throw new Error("the page refers to something outside itself");
}
