import { fileURLToPath } from 'node:url';
import { inEmptyFolder, type Ran } from './stacks.ts';

/** An unmodified client that creates an order, closes it and reads it: a line of shell. */
export interface Client {
  readonly name: string;
  /** `$FACADE` and `$ORDERS` are the addresses of two WSDLs, `$HERE` the folder of the programs. */
  readonly buys: string;
}

const jaxws = [
  'wsimport -quiet -d . -Xnocompile -keep -p facade "$FACADE"',
  'wsimport -quiet -d . -Xnocompile -keep -p orders "$ORDERS"',
  'JAXWS=/usr/share/java/jaxws-rt.jar',
  'javac -nowarn -cp "$JAXWS:." -d . facade/*.java orders/*.java "$HERE/Buy.java"',
  // The libraries of this release warn about a name of their own otherwise.
  'java -Djavax.xml.soap.SAAJMetaFactory=com.sun.xml.messaging.saaj.soap.SAAJMetaFactoryImpl ' +
    '-cp "$JAXWS:." Buy',
].join(' && ');

const gsoap = [
  'GSOAP=/usr/share/gsoap',
  'wsdl2h -o shop.h "$FACADE" "$ORDERS" > read.log 2>&1',
  `echo '#import "wsse.h"' >> shop.h`,
  'soapcpp2 -C -x -L -I"$GSOAP/import:$GSOAP" shop.h > generated.log 2>&1',
  'g++ -O0 -w -I. -I"$GSOAP/plugin" -I"$GSOAP" soapC.cpp soapClient.cpp "$HERE/buy.cpp" ' +
    '-x c++ "$GSOAP/plugin/wsseapi-lite.c" "$GSOAP/custom/struct_timeval.c" -o buy -lgsoap++',
  './buy',
].join(' && ');

export const clients: readonly Client[] = [
  { name: 'PHP SoapClient', buys: 'php -d display_errors=1 -d error_reporting=-1 "$HERE/buy.php"' },
  { name: 'zeep', buys: '/usr/bin/python3 -W error::UserWarning "$HERE/buy.py"' },
  { name: 'JAX-WS', buys: jaxws },
  { name: 'gSOAP', buys: gsoap },
];

const HERE = fileURLToPath(new URL('.', import.meta.url));

export const buyWith = (
  { buys }: Client,
  services: { readonly facade: string; readonly orders: string },
): Promise<Ran> => inEmptyFolder(buys, { HERE, FACADE: services.facade, ORDERS: services.orders });
