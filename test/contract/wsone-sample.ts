// The sample of the vendor's page of sendAndValidTransaction, as it stands there.

export const documentedRequest = `{
  "DetailsRequest": {
    "nbItems": "2",
    "nbOfferNumbers": "1",
    "OfferNumberRequest": [
      {
        "offerNumber": "2558000057275"
      }
    ],
    "TransactionItemRequest": [
      {
        "allTaxesIncludedUnitPrice": "12.57",
        "discountAmount": "2",
        "ean": "111111",
        "mainReference": "PREMIER_ITEM_DE_TEST",
        "name": "MON ITEM DE TEST",
        "preTaxUnitPrice": "10.76",
        "quantity": "1",
        "storeReference": "12",
        "AccountAdvantageRequest": [
          {
            "type": "1",
            "value": "10"
          }
        ],
        "universReference": "345"
      },
      {
        "allTaxesIncludedUnitPrice": "24.99",
        "discountAmount": "0",
        "ean": "222222",
        "mainReference": "DEUXIEME_ITEM_DE_TEST",
        "name": "UN AUTRE ITEM DE TEST",
        "preTaxUnitPrice": "21.47",
        "quantity": "1"
      }
    ]
  },
  "ReceiptRequest": {
    "allTaxesIncludedAmount": "37.56",
    "cashdeskIpAddress": "127.0.0.1",
    "cashdeskNumber": "2",
    "currency": "1",
    "discountAmount": "2",
    "EntityRequest": {
      "entityIdentifier": "666666"
    },
    "IdentifierRequest": {
      "identifierType": "1",
      "identifierValue": "1234567891011"
    },
    "preTaxAmount": "34.58",
    "receiptNumber": "MON-TICKET-270925-1",
    "AccountAdvantageRequest": [
      {
        "type": "1",
        "value": "0"
      }
    ],
    "transactionDate": "27/09/2025 16:30:00"
  }
}`;

export const documentedResponse = `{
    "responseCode": "000",
    "infos": "Request successfully processed\\nserver.instance.name=API-DOG preprod serveur 1 instance 1\\n",
    "ReceiptResponse": {
        "currency": 1,
        "transactionDate": "27/09/2025 16:30:00",
        "transactionId": "A157",
        "allTaxesIncludedAmount": 22.56,
        "preTaxAmount": 19.87,
        "cashdeskIpAddress": "127.0.0.1",
        "cashdeskNumber": "2",
        "discountAmount": 17.0,
        "receiptNumber": "MON-TICKET-270925-1",
        "OldAccountResponse": [
            {
                "name": "point",
                "value": 62,
                "unit": "pts",
                "EntityResponse": {
                    "entityIdentifier": "111111"
                }
            },
            {
                "name": "visites",
                "value": 0,
                "unit": "visites",
                "EntityResponse": {
                    "entityIdentifier": "111111"
                }
            }
        ],
        "NewAccountResponse": [
            {
                "name": "point",
                "value": 84,
                "unit": "pts",
                "EntityResponse": {
                    "entityIdentifier": "111111"
                }
            },
            {
                "name": "visites",
                "value": 0,
                "unit": "visites",
                "EntityResponse": {
                    "entityIdentifier": "111111"
                }
            }
        ]
    },
    "DetailsResponse": {
        "OfferResponse": [
            {
                "used": true,
                "edited": false,
                "name": "PALIER 450 PTS (15€) - COUPON CAISSE",
                "value": 15.0,
                "type": 1,
                "order": 0,
                "offerNumber": "2558000157272",
                "AccountResponse": []
            }
        ]
    }
}`;
