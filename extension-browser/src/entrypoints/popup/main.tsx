import '@milepost/ui/theme.css';
import '@milepost/ui/parts.css';
import '../../popup/popup.css';
import { createRoot } from 'react-dom/client';
import { PopupPage } from '../../popup/popup-page.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<PopupPage />);
