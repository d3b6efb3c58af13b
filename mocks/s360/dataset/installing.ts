import type { Zone } from '#kernel/zone.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { Texts } from '#mocks/s360/domain/texts.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import {
  dateOf,
  referred,
  textsOf,
  type DatasetMoment,
  type Ids,
  type NamedKind,
} from './names.ts';
import type { DatasetSection, DatasetTexts } from './schema.ts';

/** A data set while it becomes rows. */
export interface Installing {
  readonly draft: S360Draft;
  readonly section: DatasetSection;
  readonly ids: Ids;
  readonly moment: DatasetMoment;
}

/** What an institution lends to all that is its own. */
export interface House {
  readonly id: string;
  readonly zone: Zone;
  readonly languages: readonly string[];
}

export const DEFAULT_ZONE = 'Europe/Paris';

export function houseNamed({ section, ids }: Installing, name: string, pointer: string): House {
  const id = referred(ids.institutions, name, pointer);
  const institution = section.institutions?.[name];
  if (!institution) throw new DatasetProblem(pointer, `unknown institution "${name}"`);
  return { id, zone: institution.zone ?? DEFAULT_ZONE, languages: institution.languages };
}

/** A place in the section, and how names, dates and texts are read there. */
export class Reader {
  readonly installing: Installing;
  readonly house: House;
  readonly pointer: string;

  constructor(installing: Installing, house: House, pointer: string) {
    this.installing = installing;
    this.house = house;
    this.pointer = pointer;
  }

  at(part: string): Reader {
    return new Reader(this.installing, this.house, `${this.pointer}/${part}`);
  }

  id(kind: NamedKind, name: string): string {
    return referred(this.installing.ids[kind], name, this.pointer);
  }

  date(text: string): number {
    const { now } = this.installing.moment;
    return dateOf(text, { now, zone: this.house.zone }, this.pointer);
  }

  texts(texts: DatasetTexts | undefined): Texts {
    return textsOf(texts, this.house.languages);
  }
}
