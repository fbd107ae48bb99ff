/** What the page of waiting changes gets back. */
export interface ApprovalForm {
  done?: { what: 'approved' | 'refused' | 'first'; seller: string };
  error?: 'not_waiting' | 'changed_again' | 'second_person' | 'own_address';
}
