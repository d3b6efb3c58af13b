import { assert } from '#kernel/defect.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import { categoryOf as categoryIn } from '#mocks/utick/domain/holding.ts';
import type { PromoCode, UtickDraft } from '#mocks/utick/state.ts';
import { dateOf, eachNamed, referred } from './names.ts';
import type { DatasetMoment, Ids } from './names.ts';
import type { DatasetPromoCode, DatasetSection } from './schema.ts';

interface Installing {
  readonly ids: Ids;
  readonly moment: DatasetMoment;
}

/** After the stocks: a code names a category of one. */
export function installPromoCodes(
  draft: UtickDraft,
  codes: DatasetSection['promoCodes'],
  { ids, moment }: Installing,
): void {
  eachNamed(codes, (code, name) => {
    const pointer = `/promoCodes/${name}`;
    const category = categoryOf(draft, code.category, { ids, pointer: `${pointer}/category` });
    draft.promoCodes.put({ ...promoCodeRow(code, name, { ids, moment }), category });
  });
}

function promoCodeRow(
  code: DatasetPromoCode,
  name: string,
  { ids, moment }: Installing,
): PromoCode {
  const pointer = `/promoCodes/${name}`;
  const { uses, free = uses, ends } = code;
  if (free > uses) throw new DatasetProblem(`${pointer}/free`, `${free} of ${uses} are free`);
  const terms = {
    id: referred(ids.promoCodes, name, pointer),
    label: code.label,
    description: code.description ?? '',
    message: code.message ?? '',
    createdAt: dateOf(code.created ?? 'now', moment.now, `${pointer}/created`),
    startsAt: dateOf(code.starts ?? 'now', moment.now, `${pointer}/starts`),
    endsAt: ends === undefined ? undefined : dateOf(ends, moment.now, `${pointer}/ends`),
    stockIds: code.stocks.map((stock, at) =>
      referred(ids.stocks, stock, `${pointer}/stocks/${at}`),
    ),
    category: undefined,
    uses: { total: uses, elsewhere: uses - free, products: 0, orders: 0 },
  };
  if (code.reveals === true) return { ...terms, kind: 'price-reveal' };
  const { percentage = 0, value: valueMinor = 0 } = code;
  return { ...terms, kind: 'discount', percentage, valueMinor };
}

/** Named as in a stock: `hedda_single`. */
function categoryOf(
  draft: UtickDraft,
  name: string | undefined,
  { ids, pointer }: { readonly ids: Ids; readonly pointer: string },
): PromoCode['category'] {
  if (name === undefined) return undefined;
  const id = referred(ids.categories, name, pointer);
  const [stock = ''] = name.split('_');
  const offered = draft.stocks.get(referred(ids.stocks, stock, pointer));
  const category = offered && categoryIn(offered, id);
  assert(category, `category ${name} is in its stock`);
  return { id, label: category.label, description: category.description };
}
