import { App, Typography } from 'antd'
import { useWords } from '../../../app/session.tsx'

/** Shows an initial password: the only time that anybody can read it. */
export function useIssued(): (name: string, password: string) => void {
  const words = useWords().organisation
  const { modal } = App.useApp()
  return (name, password) =>
    void modal.info({
      title: words.issuedFor(name),
      okText: words.noted,
      content: (
        <>
          <Typography.Text code copyable className="issued">
            {password}
          </Typography.Text>
          <p className="dim">{words.issuedNote}</p>
        </>
      ),
    })
}
