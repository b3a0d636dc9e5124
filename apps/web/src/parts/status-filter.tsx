interface StatusFilterProps<S extends string> {
  readonly label: string;
  /** What shows them all. */
  readonly all: string;
  readonly states: readonly S[];
  readonly names: Readonly<Record<S, string>>;
  readonly status: S | undefined;
  readonly choose: (status: S | undefined) => void;
}

/** Narrows a list to one state. */
export function StatusFilter<S extends string>({ label, all, states, names, status, choose }: StatusFilterProps<S>) {
  return (
    <fieldset className="plain-set row">
      <legend className="unseen">{label}</legend>
      <button type="button" className="chip" aria-pressed={!status} onClick={() => choose(undefined)}>
        {all}
      </button>
      {states.map((each) => (
        <button type="button" className="chip" key={each} aria-pressed={status === each} onClick={() => choose(each)}>
          {names[each]}
        </button>
      ))}
    </fieldset>
  );
}
