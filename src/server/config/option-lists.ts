import type { SettingOverride } from './config.ts';
import { numberWithin, onOff, scalar } from './option-types.ts';
import type { OptionType } from './option-types.ts';

export function names(placeholder: string): OptionType<readonly string[]> {
  return {
    placeholder: `<${placeholder}>`,
    expected: 'names separated by commas',
    repeatable: true,
    parse: (given) => items(given, ','),
    format: (values) => values.join(','),
  };
}

/** Who may call from a browser; given without a value it means anybody. */
export const origins: OptionType<readonly string[]> = {
  placeholder: '[origins]',
  expected: 'true, false, *, or origins separated by commas, such as http://localhost:3000',
  parse(given) {
    const anybody = onOff.parse(given);
    if (anybody !== undefined) return anybody ? ['*'] : [];
    const allowed = items(given, ',');
    return allowed?.every(isOrigin) ? allowed : undefined;
  },
  format: (values) => values.join(','),
};

/** `utick=4361,monext=4362`; in a file also a mapping. */
export const portPerVendor: OptionType<Readonly<Record<string, number>>> = {
  placeholder: '<vendor=port,…>',
  expected: 'VENDOR=PORT pairs separated by commas, each vendor and port once',
  parse(given) {
    const written = pairs(given, ',');
    if (!written) return undefined;
    const ports: Record<string, number> = {};
    for (const [vendor, number] of written) {
      const port = numberWithin(number, 0, 65_535);
      const isTaken = port !== 0 && Object.values(ports).includes(port ?? 0);
      if (!/^\w+$/.test(vendor) || port === undefined || isTaken || vendor in ports) {
        return undefined;
      }
      ports[vendor] = port;
    }
    return ports;
  },
  format: (ports) =>
    Object.entries(ports)
      .map((pair) => pair.join('='))
      .join(','),
};

/** `utick.orderTtlMinutes=5`, repeated; in a file also a mapping of vendors to their settings. */
export const settingOverrides: OptionType<readonly SettingOverride[]> = {
  placeholder: '<vendor.setting=value>',
  expected: 'VENDOR.SETTING=VALUE, such as utick.orderTtlMinutes=5',
  repeatable: true,
  parse(given) {
    // A value may hold a comma: only one that another VENDOR.SETTING= follows separates.
    const written = pairs(flattened(given), /,(?=\w+\.\w+=)/);
    if (!written) return undefined;
    const overrides: SettingOverride[] = [];
    for (const [path, value] of written) {
      const [, vendor, setting] = /^(\w+)\.(\w+)$/.exec(path) ?? [];
      if (!vendor || !setting) return undefined;
      overrides.push({ vendor, setting, value });
    }
    return overrides;
  },
  format: (overrides) =>
    overrides.map(({ vendor, setting, value }) => `${vendor}.${setting}=${value}`).join(','),
};

function items(given: unknown, separator: string | RegExp): readonly string[] | undefined {
  const parts = Array.isArray(given) ? given.map(scalar) : [scalar(given)];
  if (parts.includes(undefined)) return undefined;
  const found = parts.flatMap((part) => part?.split(separator) ?? []).map((item) => item.trim());
  return found.includes('') ? undefined : found;
}

type Pair = readonly [key: string, value: string];

/** `key=value` items, or a mapping; nothing when one of them is something else. */
function pairs(given: unknown, separator: string | RegExp): readonly Pair[] | undefined {
  const written = isMapping(given)
    ? Object.entries(given).map(([key, value]) => `${key}=${scalar(value) ?? ''}`)
    : items(given, separator);
  const split = written?.map((item): Pair => {
    const equals = item.indexOf('=');
    return equals < 0 ? [item, ''] : [item.slice(0, equals).trim(), item.slice(equals + 1).trim()];
  });
  return split?.every(([, value]) => value !== '') ? split : undefined;
}

/** `{ utick: { orderTtlMinutes: 5 } }` as `{ 'utick.orderTtlMinutes': 5 }`. */
function flattened(given: unknown): unknown {
  if (!isMapping(given)) return given;
  const entries = Object.entries(given).flatMap(([vendor, settings]) =>
    isMapping(settings)
      ? Object.entries(settings).map(([setting, value]) => [`${vendor}.${setting}`, value])
      : [[vendor, settings]],
  );
  return Object.fromEntries(entries);
}

function isMapping(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function isOrigin(written: string): boolean {
  return written === '*' || (URL.canParse(written) && new URL(written).origin === written);
}
