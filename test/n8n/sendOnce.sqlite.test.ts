import { describeSendOnce } from '../support/sendOnceSuite';

describeSendOnce('a SQLite file');
