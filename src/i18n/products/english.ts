/** What only the landing page for buyers abroad says. */
export const english = {
  title: 'Batik and handwoven cloth from Central Java',
  seeProducts: 'Products that ship abroad',
  exportTitle: 'Ready to ship abroad',
  exportNote: (shown: string, total: string) => `${shown} of ${total} products.`,
  notes: [
    'Product pages are in Indonesian; those below carry an English name and description.',
    'Prices are in Indonesian rupiah (Rp). Import duty and tax of your country are paid on arrival.',
    'The recipient may be someone in Indonesia: enter their name and number at checkout, and pay as you like.',
    'Each maker sends their own parcel. The fee that was quoted is binding.',
  ],
};
