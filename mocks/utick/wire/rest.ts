import { assert } from '#kernel/defect.ts';
import { done } from '#kernel/outcome.ts';
import { AUTH } from '#contracts/utick/envelope.ts';
import type { UtickOperations } from '#contracts/utick/index.ts';
import {
  createOrder,
  getOrder,
  listOrders,
  updateOrder,
} from '#mocks/utick/domain/order-behaviours.ts';
import {
  clearOrder,
  deleteProduct,
  deleteProducts,
  getProduct,
  listProducts,
} from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { getStock, listStocks } from '#mocks/utick/domain/stock-behaviours.ts';
import type { UtickTables } from '#mocks/utick/state.ts';
import type { RestSide } from '#wire/vendor.ts';
import { authenticate } from './auth.ts';
import { catalogue } from './catalogue-rest.ts';
import { given, listStocksCommand, pageOf, requestProductsCommand } from './commands.ts';
import { answer } from './envelope.ts';
import { defect, refuse } from './failures.ts';
import { credentialOf, messageOf } from './message.ts';
import { createOrderCommand, updateOrderCommand } from './order-commands.ts';
import { orderAs } from './order-message.ts';
import { payments } from './payment-rest.ts';
import { productAs, productsAs } from './product-message.ts';
import { sales } from './sales-rest.ts';
import { stockMessage, stockMessages } from './stock-message.ts';
import type { UtickVoice } from './voice.ts';
import { as, type UtickWiring } from './wiring.ts';

/** Message to command, behaviour, value to message: nothing is decided here. */
const wiring: UtickWiring = {
  ping: (_draft, { message }) => {
    const sent = Object.entries(message).filter(([field]) => !(field in AUTH));
    return done({
      message: 'pong',
      ...(sent.length > 0 ? { params: Object.fromEntries(sent) } : {}),
    });
  },

  authenticate: (_draft, { caller }) => {
    assert(caller, 'authenticate was called without credentials');
    const { id, label, client } = caller;
    return done({ id, label, client });
  },

  listOrders: (draft, { message, links }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    const contactId = given(message.contactid);
    const command = { ...page.value, contactId, email: given(message.email) };
    return as(listOrders(draft, command, env), (orders) => orders.map(orderAs(draft, links, env)));
  },

  getOrder: (draft, { message: { id }, links }, env) =>
    as(getOrder(draft, { id }, env), orderAs(draft, links, env)),

  updateOrder: (draft, { message, links }, env) => {
    const command = updateOrderCommand(message, env.settings);
    if (!command.ok) return command;
    return as(updateOrder(draft, command.value, env), orderAs(draft, links, env));
  },

  createOrder: (draft, { message, links }, env) => {
    const command = createOrderCommand(message);
    if (!command.ok) return command;
    return as(createOrder(draft, command.value, env), orderAs(draft, links, env));
  },

  clearOrder: (draft, { message: { id }, links }, env) =>
    as(clearOrder(draft, { id }, env), orderAs(draft, links, env)),

  requestProducts: (draft, { message }, env) => {
    const command = requestProductsCommand(message);
    if (!command.ok) return command;
    return as(requestProducts(draft, command.value, env), productsAs(draft, env));
  },

  listProducts: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    const command = {
      ...page.value,
      orderId: given(message.orderid),
      mainProductId: given(message.mainproductid),
      contactId: given(message.contactid),
    };
    return as(listProducts(draft, command, env), productsAs(draft, env));
  },

  getProduct: (draft, { message: { id } }, env) =>
    as(getProduct(draft, { id }, env), productAs(draft, env)),

  deleteProduct: (draft, { message: { id } }, env) => deleteProduct(draft, { id }, env),

  deleteProducts: (draft, { message: { orderid: orderId } }, env) =>
    deleteProducts(draft, { orderId }, env),

  listStocks: (draft, { message, links }, env) => {
    const command = listStocksCommand(message, env.settings);
    if (!command.ok) return command;
    return as(listStocks(draft, command.value, env), stockMessages(links));
  },

  getStock: (draft, { message: { id, promocodeids: promoCodeIds = [] }, links }, env) =>
    as(getStock(draft, { id, promoCodeIds }, env), (sheet) => stockMessage(sheet, links)),

  ...payments,
  ...sales,
  ...catalogue,
};

export const rest: RestSide<UtickTables, UtickOperations, UtickVoice> = {
  wiring,
  message: messageOf,
  credential: credentialOf,
  authenticate,
  answer,
  refuse,
  defect,
};
