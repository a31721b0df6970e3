import { createRoot } from 'react-dom/client'
import { markStyles } from './app/nonce.ts'
import { Root } from './app/Root.tsx'
import './styles/app.css'
import './styles/boards.css'
import './styles/cases.css'
import './styles/office.css'

markStyles()
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Root />)
