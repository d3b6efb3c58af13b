import type { Template } from './template.ts';

/** A template as its author wrote it, on one line. */
export function filledWords(template: Template): string {
  switch (template.kind) {
    case 'value':
      return typeof template.value === 'string' ? template.value : JSON.stringify(template.value);
    case 'expression':
      return `\${${template.expression.source}}`;
    case 'text':
      return template.parts
        .map((part) => (typeof part === 'string' ? part : `\${${part.source}}`))
        .join('');
    case 'list':
      return `[${template.items.map(filledWords).join(', ')}]`;
    case 'object': {
      const fields = template.fields.map(({ key, value }) => `${key}: ${filledWords(value)}`);
      return `{ ${fields.join(', ')} }`;
    }
  }
}
