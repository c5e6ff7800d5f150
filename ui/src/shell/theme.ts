/** Light, dark, or as the system has it; kept in this browser where it lets a file keep anything. */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
const KEY = "holdfast-theme";
/** Screens on which the legend would cover too much of the map: it is folded there. */
export const SMALL = "(max-width: 60rem), (max-height: 44rem)";

export function useTheme(): { theme: Theme; dark: boolean; setTheme: (theme: Theme) => void } {
  const [theme, setTheme] = useState<Theme>(stored);
  const system = useMedia("(prefers-color-scheme: dark)");
  const dark = theme === "auto" ? system : theme === "dark";
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  return {
    theme,
    dark,
    setTheme: (next) => {
      setTheme(next);
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // A browser that keeps nothing for files: the choice lasts as long as the page.
      }
    },
  };
}

function stored(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? "auto";
  } catch {
    return "auto";
  }
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = (): void => setMatches(media.matches);
    media.addEventListener("change", listen);
    return () => media.removeEventListener("change", listen);
  }, [query]);
  return matches;
}
