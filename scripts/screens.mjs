// npm run screens   takes a picture of every screen with demo data into docs/screens. Needs a Chromium.

import { build } from './build.mjs';
import { install } from './install.mjs';

install();
build();
await import('../dist/test/browser/take-screens.js');
