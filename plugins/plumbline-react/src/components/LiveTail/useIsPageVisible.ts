import { useEffect, useState } from 'react';

/** @returns whether the reader can see the page: false in a tab in the background. @internal */
export function useIsPageVisible(): boolean {
  const [isVisible, setVisible] = useState(
    () => document.visibilityState !== 'hidden',
  );
  useEffect(() => {
    const update = () => setVisible(document.visibilityState !== 'hidden');
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  return isVisible;
}
