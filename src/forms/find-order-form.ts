/** What the page that finds an order gets back. */
export interface FindOrderForm {
  code: string;
  phone: string;
  refused: 'order_not_found' | 'too_many_requests';
}
