/** The one view that the page shows, and its address. */
import { parseHash, printHash, type View } from "./schema";

/**
 * How a change enters the browser's history. `push`: a step that Back undoes. `glide`: one of many
 * small steps (dragging, playing, typing): the first is pushed, those that follow soon replace it.
 * `replace`: never a step of its own (the map's position).
 */
export type Mode = "push" | "glide" | "replace";

/** A pause this long ends a glide (milliseconds). */
const GLIDE_PAUSE = 1500;
/** Browsers refuse floods of address changes; this is well below their limits (milliseconds). */
const WRITE_EVERY = 250;

export class Store {
  #view: View;
  #listeners = new Set<() => void>();
  #lastGlide = 0;
  #timer: number | undefined;

  constructor(private readonly page: Window = window) {
    this.#view = parseHash(page.location.hash);
    page.addEventListener("popstate", () => {
      this.#flushTimer();
      this.#lastGlide = 0;
      this.#set(parseHash(page.location.hash));
    });
  }

  get view(): View {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  go(change: Partial<View>, mode: Mode = "push"): void {
    const next = { ...this.#view, ...change };
    if (printHash(next) === printHash(this.#view)) return;
    const now = this.page.performance.now();
    const gliding = mode === "glide" && now - this.#lastGlide < GLIDE_PAUSE;
    if (mode === "glide") this.#lastGlide = now;
    else if (mode === "push") this.#lastGlide = 0;
    const push = mode === "push" || (mode === "glide" && !gliding);
    // What a glide left unwritten belongs to the step before this one.
    if (push) this.#flush();
    this.#set(next);
    if (push) this.#write("pushState");
    else this.#timer ??= this.page.setTimeout(() => this.#flush(), WRITE_EVERY);
  }

  #set(view: View): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }

  #flush(): void {
    if (this.#flushTimer()) this.#write("replaceState");
  }

  #flushTimer(): boolean {
    if (this.#timer === undefined) return false;
    this.page.clearTimeout(this.#timer);
    this.#timer = undefined;
    return true;
  }

  #write(how: "pushState" | "replaceState"): void {
    try {
      this.page.history[how](null, "", printHash(this.#view) || "#");
    } catch {
      // A sandboxed frame has no history of its own: the page works on, its address stands still.
    }
  }
}
