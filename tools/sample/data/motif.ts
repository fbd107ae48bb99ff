/** A motif: its name as titles write it, and true sentences about it. */
export interface Motif {
  name: string;
  says: readonly string[];
  /** Left by real leaves: titles name the leaf, not a motif. */
  print?: boolean;
}
