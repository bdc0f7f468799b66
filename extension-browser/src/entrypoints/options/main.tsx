import '@milepost/ui/theme.css';
import '@milepost/ui/parts.css';
import '../../options/options.css';
import { createRoot } from 'react-dom/client';
import { OptionsPage } from '../../options/options-page.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<OptionsPage />);
