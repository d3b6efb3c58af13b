/** The objects that the vendor's documentation shows, as it shows them. */
export const documentedOrder = {
  id: '97B8994B-D521-A2C2-FA06-982B5F1DAFD2',
  label: 'ORD09999999',
  created: '2020-09-23T15:36:04+02:00',
  expires: '2020-09-23T15:56:04+02:00',
  contactid: '067D5CB-A08A-E8E5-5262-A1A3D0AC19BC',
  info_url: 'https://shop.utick.net/?module=INFOMODULE&oid=97B8994B-D521-A2C2-FA06-982B5F1DAFD2',
  status: { id: 30, label: 'Completed' },
};

export const documentedProduct = {
  id: 'b52fe895f7f811ea8802a63297441bb5',
  label: '',
  orderid: 'X7EA97AC-CD3D-4811-F736-9C3E865A5900',
  stockid: 'X9A854CF-BAD0-A05C-782C-35CA8607CACB',
  quantity: 1,
  typeid: 2,
  mainproductid: 'F8744B26-1111-9101-5212-41D9F9D4675B',
  category: {
    id: 'X4D85D07-55A4-670C-4624-6BA3F6C65B1D',
    label: 'SERIE UNIQUE',
    description: '',
  },
  price: {
    id: 'X50540AD-08D2-EDB1-E83B-54CA0354246A',
    label: 'PLEIN TARIF',
    description: '',
    value: { amount: 18300, currency: 'EUR' },
  },
  usage: { statusid: -1, by: '', date: null },
  ticket: {
    id: '24249420',
    typeid: 1,
    spectatorlabel: 'LECOMTE Marianne',
    positionlabel: 'D 16',
    categorylabel: 'SERIE UNIQUE - PLEIN TARIF - 65 ANS ET +  /  CARTE PROF FWB',
    entrycount: 1,
    pricelabel: '0,00 €',
    price: 0,
    orderreference: 'ORD02215619',
    qrcode: '24249420-2215619',
    attractionlabel: 'Edmond',
    eventstarttime: '2023-01-04T19:00:00+01:00',
    eventendtime: null,
    presentinglabel: 'Introduction au spectacle 45 minutes avant le début',
    notes: '',
    venuelabel: 'Théâtre de Liège - Salle de la Grande Main',
    venueaddressL1: 'Place du 20-août 16',
    venueaddressL2: '4000 LIEGE',
    language: 'fr',
    metadata: [],
  },
};

export const documentedRequest = {
  quantity: '2',
  stockid: '96DF2291-A06F-F46D-4255-2BFCF1321A6E',
  categoryid: '94D85D07-55A4-670C-4624-6BA3F6C65B1D',
  priceid: 'RAA6610C-F08D-191F-8213-6286A5969E72',
  promocodeids: ['987D-455545-454545-ZDDD878', '87984-455545-454545-ZDDD878'],
  orderid: '654514C-F08D-191F-8213-6286A5969E72',
};
