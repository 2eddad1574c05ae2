/** What the search of the site knows of one heading. */
export interface Entry {
  readonly id: number;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
  readonly href: string;
}
