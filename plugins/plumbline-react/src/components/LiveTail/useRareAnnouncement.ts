import { useEffect, useRef, useState } from 'react';

const AT_MOST_EVERY_MS = 10_000;

/** @returns the text, changed at most once in ten seconds, so that a screen reader is not talked over. @internal */
export function useRareAnnouncement(text: string): string {
  const [announced, setAnnounced] = useState(text);
  const lastAt = useRef(0);
  useEffect(() => {
    const announce = () => {
      lastAt.current = Date.now();
      setAnnounced(text);
    };
    const due = lastAt.current + AT_MOST_EVERY_MS - Date.now();
    if (due <= 0) {
      announce();
      return undefined;
    }
    const timer = setTimeout(announce, due);
    return () => clearTimeout(timer);
  }, [text]);
  return announced;
}
