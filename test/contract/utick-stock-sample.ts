const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** The stock that the vendor's documentation shows, as it shows it. */
export const documentedStock = {
  id: 'A702CD2F-1BCF-22D8-FC76-7573E48104E2',
  label: 'QUOTA-102784',
  typeid: 1,
  producttypeid: 2,
  eventid: 'R5BCC8C5-2198-A2F8-8A39-0A0007E45853',
  timeslotid: 'RKJk-54654654S-58778454',
  streamid: '5487-54654654S-58778454',
  capacity_total: 279,
  capacity_free: 56,
  shop_url: 'http://shop.utick.demo/?XXX',
  notes: '',
  haspromocodes: false,
  categories: [
    {
      id: '8ZD85D07-55A4-670C-4624-6BA3F6C65B1D',
      label: 'SERIE UNIQUE',
      description: '',
      capacity_total: 223,
      capacity_free: 32,
      prices: [
        {
          id: 'D50E0AD-08D2-EDB1-E83B-54CA0354246A',
          label: 'PLEIN TARIF',
          description: '',
          quantity_min: 0,
          quantity_max: 31,
          value: euros(2300),
          promo: { description: 'Super promo', initalprice: 2500 },
        },
        {
          id: 'EC10C-F08D-191F-8213-6286A5969E72',
          label: '65 ANS ET +',
          description: '',
          quantity_min: 0,
          quantity_max: 20,
          value: euros(2100),
        },
        {
          id: 'BDFCD-0F95-7C5B-B042-951805BE4550',
          label: '- DE 30 ANS',
          description:
            "Pour les personnes de - 30 ANS présentant une pièce d'identité valide lors du " +
            'contrôle des tickets',
          quantity_min: 0,
          quantity_max: 20,
          value: euros(1100),
        },
        {
          id: '83A4C6-52C9-6024-C7D1-1A8E9C69ADDC',
          label: "DEMANDEUR D'EMPLOI",
          description: "Sur présentation de l'attestation de l'organisme de paiement",
          quantity_min: 0,
          quantity_max: 2,
          value: euros(1100),
        },
        {
          id: '98C0C84-4B34-8A19-2B9B-781B3D6FAEF4',
          label: 'CARTE PROF FWB+ FED+',
          description: 'Sur présentation de la carte FWB 18-19 ou de la carte FED+',
          quantity_min: 0,
          quantity_max: 2,
          value: euros(2100),
        },
      ],
    },
  ],
};
