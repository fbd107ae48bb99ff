/** What is asked: by default now, as it is known now, of the whole mall. */
export interface TurnoverQuestion {
  as_of?: Date;
  known_at?: Date;
  edition?: string;
}
