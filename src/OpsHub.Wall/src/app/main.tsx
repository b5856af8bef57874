import { createRoot } from 'react-dom/client';
import '../theme/tokens.css';
import '../theme/base.css';
import { App } from './App';

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
