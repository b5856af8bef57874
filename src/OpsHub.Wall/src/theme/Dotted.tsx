import { Fragment } from 'react';

export const Dot = () => <s className="md" />;

/** Fonts disagree on the width of ·, so it is drawn. */
export const Dotted = ({ text }: { text: string }) => (
  <>
    {text.split(/ ?· ?/).map((part, i) => (
      <Fragment key={i}>
        {i > 0 && <Dot />}
        {part}
      </Fragment>
    ))}
  </>
);
