import { createRoot } from 'react-dom/client'
import { Root } from './app/Root.tsx'
import './styles/app.css'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Root />)
