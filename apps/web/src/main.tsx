import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { meQuery, queryClient } from '#web/api/queries';
import { LanguageProvider } from '#web/i18n/language';
import { ToastProvider } from '#web/parts/toast';
import { ModeProvider } from '#web/theme/mode';
import { App } from './app';
import { screensAt } from './screens';
import './theme/base.css';
import './parts/parts.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Asked while the first screen is being made, not after.
void queryClient.prefetchQuery(meQuery);
const screens = await screensAt(window.location.pathname);

// As a transition, the first screen is made in slices: the browser answers in between.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <ModeProvider>
            <BrowserRouter>
              <ToastProvider>
                <App screens={screens} />
              </ToastProvider>
            </BrowserRouter>
          </ModeProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
