import { useWords } from '../../app/session.tsx'

/** What stands before the very first sign-in: how a district is founded, and how to look around in an invented one. */
export function FirstStart() {
  const words = useWords().login
  return (
    <div className="first-start">
      <p>{words.firstNone}</p>
      <h2>{words.firstFound}</h2>
      <p>{words.firstFoundHow}</p>
      <ol>
        <li>{words.firstStop}</li>
        <li>
          {words.firstRun}
          <pre>{words.firstFoundCommand}</pre>
          <span className="small dim">{words.firstFoundParts}</span>
        </li>
        <li>
          {words.firstAgain}
          <pre>jiannuo serve</pre>
        </li>
      </ol>
      <h2>{words.firstDemo}</h2>
      <p>{words.firstDemoHow}</p>
      <pre>{words.firstDemoCommand}</pre>
      <p className="small dim">{words.firstNote}</p>
    </div>
  )
}
