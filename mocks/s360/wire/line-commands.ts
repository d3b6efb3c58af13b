import type { S360Operations } from '#contracts/s360/index.ts';
import type { Request } from '#kit/operation.ts';
import { integerOf, type IntegerLike } from '#kit/types.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { ChangedLine } from '#mocks/s360/domain/change-operation.ts';
import type { FailureOf } from '#mocks/s360/domain/failure.ts';
import type { NewLine } from '#mocks/s360/domain/new-lines.ts';
import type { Wanted } from '#mocks/s360/domain/offers.ts';
import { givenId } from './scalars.ts';

type CreateMessage = Pick<
  Request<S360Operations['createOrUpdateOrder']>,
  'simpleProductOperations' | 'singleEntryAttributionOperations'
>;

/** What entries of both lists have. */
interface Entry {
  readonly operationId?: IntegerLike;
  readonly audienceSubCategoryId?: IntegerLike;
  readonly quantity?: IntegerLike;
  readonly contingentId?: IntegerLike;
  readonly itemId?: IntegerLike;
  readonly performanceId?: IntegerLike;
  readonly seatCategoryId?: IntegerLike;
}

export interface Lines {
  readonly lines: readonly NewLine[];
  readonly changes: readonly ChangedLine[];
}

/** An entry with the id of an operation changes it; any other adds one. */
export function linesOf({
  simpleProductOperations = [],
  singleEntryAttributionOperations = [],
}: CreateMessage): Outcome<Lines, FailureOf<'parameter-missing'>> {
  const lines: NewLine[] = [];
  const changes: ChangedLine[] = [];
  for (const { entry, place, group, areas } of entriesOf(
    simpleProductOperations,
    singleEntryAttributionOperations,
  )) {
    const preferredAreaIds = areas.map((area) => String(integerOf(area)));
    if (entry.operationId !== undefined) {
      changes.push({ preferredAreaIds, ...changeOf(entry) });
      continue;
    }
    const line = lineOf(entry, place);
    if (!line.ok) return line;
    lines.push({ group, preferredAreaIds, ...line.value });
  }
  return done({ lines, changes });
}

interface Placed {
  readonly entry: Entry;
  /** Where it stands in the message. */
  readonly place: string;
  readonly group: number;
  readonly areas: readonly IntegerLike[];
}

function entriesOf(
  simple: NonNullable<CreateMessage['simpleProductOperations']>,
  attributions: NonNullable<CreateMessage['singleEntryAttributionOperations']>,
): readonly Placed[] {
  const items = simple.map((entry, at): Placed => {
    const place = `simpleProductOperations/${at}`;
    return { entry, place, group: -1 - at, areas: [] };
  });
  const places = attributions.flatMap(({ operationAttributions, preferedAreas = [] }, group) =>
    operationAttributions.map((entry, at): Placed => {
      const place = `singleEntryAttributionOperations/${group}/operationAttributions/${at}`;
      return { entry, place, group, areas: preferedAreas };
    }),
  );
  return [...items, ...places];
}

const changeOf = (entry: Entry) => ({
  operationId: givenId(entry.operationId) ?? '',
  quantity: entry.quantity === undefined ? undefined : integerOf(entry.quantity),
  audienceSubCategoryId: givenId(entry.audienceSubCategoryId),
});

type Line = Omit<NewLine, 'group' | 'preferredAreaIds'>;

function lineOf(entry: Entry, place: string): Outcome<Line, FailureOf<'parameter-missing'>> {
  const { audienceSubCategoryId, quantity, contingentId } = entry;
  const isItem = place.startsWith('simple');
  const needed: readonly (keyof Entry)[] = isItem
    ? ['audienceSubCategoryId', 'quantity', 'itemId']
    : ['audienceSubCategoryId', 'quantity', 'performanceId', 'seatCategoryId'];
  const absent = needed.find((name) => entry[name] === undefined);
  if (absent || audienceSubCategoryId === undefined || quantity === undefined) {
    return refused({ kind: 'parameter-missing', parameter: `${place}/${absent}` });
  }
  const wanted: Wanted = isItem
    ? { kind: 'item', itemId: givenId(entry.itemId) ?? '' }
    : {
        kind: 'performance',
        performanceId: givenId(entry.performanceId) ?? '',
        seatCategoryId: givenId(entry.seatCategoryId) ?? '',
      };
  return done({
    wanted,
    audienceSubCategoryId: String(integerOf(audienceSubCategoryId)),
    quantity: integerOf(quantity),
    contingentId: givenId(contingentId),
  });
}
