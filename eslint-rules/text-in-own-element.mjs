// Browsers' translators replace text nodes by `<font>` elements. React keeps the node it made: to remove it, or to insert
// something before it, throws then, and the page is empty. Text that is the only child of an element is safe (React sets
// `textContent`), and so is text among elements that are always there. This rule reports all other text.
import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

/** @typedef {import('@typescript-eslint/utils').TSESTree.JSXChild} Child */

const textFlags = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike;

/** @param {Child} child */
function isLayoutOnly(child) {
  if (child.type === 'JSXText') return child.value.trim() === '' && child.value.includes('\n');
  return child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression';
}

/** @param {Child} child */
function isStaticText(child) {
  if (child.type === 'JSXText') return true;
  return child.type === 'JSXExpressionContainer' && child.expression.type === 'Literal';
}

export const textInOwnElement = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    defaultOptions: [],
    messages: {
      own: 'Text beside something that changes needs an element of its own (or one template string as the only child): a translator that wraps it breaks React.',
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);

    /** @param {Child} child */
    function canBeText(child) {
      if (child.type !== 'JSXExpressionContainer' || isStaticText(child)) return false;
      const type = services.getTypeAtLocation(child.expression);
      // A slot: what is put into it is checked where it is written.
      if (type.aliasSymbol?.name === 'ReactNode') return false;
      const parts = type.isUnion() ? type.types : [type];
      return parts.some(({ flags }) => (flags & textFlags) !== 0);
    }

    /** @param {readonly Child[]} all @param {boolean} isFragment */
    function check(all, isFragment) {
      const children = all.filter((child) => !isLayoutOnly(child));
      const changes = children.some(
        (child) => child.type === 'JSXExpressionContainer' && !isStaticText(child),
      );
      for (const child of children) {
        const isUnsafe = isStaticText(child)
          ? isFragment || changes
          : (isFragment || children.length > 1) && canBeText(child);
        if (isUnsafe) context.report({ node: child, messageId: 'own' });
      }
    }

    return {
      JSXElement: (node) => check(node.children, false),
      JSXFragment: (node) => check(node.children, true),
    };
  },
});
