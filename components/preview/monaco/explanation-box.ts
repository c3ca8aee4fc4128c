import type { Explanation } from '../explanation'

/** The box of an explanation. Focus on it is read with its heading and its text. */
export function explanationBox({ property, name, owner, help, note, docs }: Explanation): HTMLElement {
  const heading = element('p', { id: 'code-explanation-heading' }, [
    ...(property === undefined ? [] : [element('code', {}, [property]), ': from ']),
    element('strong', {}, [name]),
    ...(owner === undefined ? [] : [` of ${owner}`]),
  ])
  const text = element('p', { id: 'code-explanation-text' }, [note === undefined ? help : `${help} ${note}`])
  const link =
    docs === undefined
      ? []
      : [element('a', { href: docs, target: '_blank', rel: 'noopener noreferrer' }, ['AWS documentation'])]
  return element(
    'div',
    {
      class: 'code-explanation',
      role: 'dialog',
      'aria-labelledby': heading.id,
      'aria-describedby': text.id,
      tabindex: '-1',
    },
    [heading, text, ...link],
  )
}

function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (string | Node)[],
): HTMLElement {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}
