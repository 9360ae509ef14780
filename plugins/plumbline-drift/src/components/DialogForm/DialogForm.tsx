import type { FormEvent, ReactNode } from 'react';
import styles from './DialogForm.module.css';

/**
 * The form of a dialog, between it and its header, body and footer: the body scrolls, and the footer with the button
 * that sends stays in sight, however low the window is.
 *
 * @internal
 */
export function DialogForm(props: {
  onSubmit: () => void;
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {props.children}
    </form>
  );
}
