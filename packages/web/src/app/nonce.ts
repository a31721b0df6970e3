/** What this answer's policy lets styles through by. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''

/**
 * Gives every style that our scripts make the nonce of the page. The component library passes its nonce on to most of them, but measures scroll bars and
 * locks the page behind a dialog with styles that carry none, which the policy would refuse.
 */
export function markStyles(): void {
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = create(name, options)
    if (made instanceof HTMLStyleElement) made.nonce = nonce
    return made
  }
}
