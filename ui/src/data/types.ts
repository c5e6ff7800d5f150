/** The data that stands in the page: the same names as `ReportData` in src/holdfast/report/data.py. */

export type State = "held" | "contested" | "unknown" | "stale";

export interface Side {
  id: string;
  name: string;
  colour: string;
}

export interface Reason {
  what: "prior" | "persistence" | "claim";
  weight: number;
  for: string;
  claim: string | null;
  note: string;
}

export interface Span {
  start: string;
  end: string;
  state: State;
  side: string | null;
  p: Record<string, number>;
  newest: string | null;
  origins: number;
  reports: number;
  answer: string;
  reasons: Reason[];
}

export interface Place {
  id: string;
  name: string;
  lat: number | null;
  lon: number | null;
  kind: string;
  /** How far from its point the place may extend; older reports lack it. */
  radius_km?: number | null;
  spans: Span[];
  claims: string[];
}

export interface Time {
  start: string | null;
  end: string | null;
  precision: string;
  written: string | null;
  from: string;
}

export interface Speaker {
  written: string;
  name: string;
  side: string | null;
  kind: string;
}

export interface Quote {
  before: string;
  text: string;
  after: string;
  start: number;
  end: number;
}

export interface Claim {
  id: string;
  kind: string;
  side: string | null;
  target: string | null;
  place: string | null;
  place_id: string | null;
  time: Time | null;
  polarity: string;
  certainty: string;
  realis: string;
  speakers: Speaker[];
  quantity: string | null;
  framing: string | null;
  quote: Quote;
  document: string;
  origin: string | null;
  confidence: number;
  because: string[];
  moves: boolean;
}

export interface Origin {
  label: string;
  claims: string[];
}

export interface Dating {
  time: Time;
  confidence: number;
  evidence: string[];
  overruled: boolean;
}

export interface Doc {
  id: string;
  title: string | null;
  source: string | null;
  url: string | null;
  published: string | null;
  dating: Dating | null;
  sha256: string;
  theatre: string | null;
  unread: string | null;
  unplaced: string[];
  claims: number;
}

export interface Dispute {
  id: string;
  kind: string;
  place: { id: string; name: string } | null;
  start: string | null;
  end: string | null;
  positions: { position: string; claims: string[] }[];
  why: string;
}

export interface Data {
  version: string;
  theatres: string[];
  sides: Side[];
  start: string;
  end: string;
  focus: string;
  /** From which share a place is held and after how many days it is stale; older reports lack it. */
  rules?: { held: number; stale_days: number };
  places: Place[];
  claims: Record<string, Claim>;
  origins: Record<string, Origin>;
  documents: Record<string, Doc>;
  disputes: Dispute[];
  refusals: string[];
}
