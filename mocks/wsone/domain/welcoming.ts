import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneEnv } from './behaviour.ts';
import type { Holder } from './holder.ts';
import { CARD } from './identifier.ts';
import { issueOffer } from './issuing.ts';

/**
 * The offers that a customer gets when a card is activated: in the vendor's sample one was sent at
 * that very second (inferred).
 */
export function welcome(draft: WsoneDraft, { person, identifier }: Holder, env: WsoneEnv): void {
  const { marketingEngine, welcomeOffer } = env.settings;
  if (!marketingEngine) return;
  if (identifier.type !== CARD && welcomeOffer !== 'first-identifier') return;
  const had = new Set(
    draft.offers.where('byPerson', person.id).map(({ definitionId }) => definitionId),
  );
  for (const definition of draft.offerDefinitions.range('welcome')) {
    if (welcomeOffer !== 'each-card' && had.has(definition.id)) continue;
    issueOffer(draft, { definition, personId: person.id }, env);
  }
}
