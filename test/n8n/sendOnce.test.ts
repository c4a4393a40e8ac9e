import { describeSendOnce } from '../support/sendOnceSuite';

describeSendOnce('the memory of this process');
