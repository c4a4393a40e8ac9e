import { RedisServer } from '../support/redisServer';
import { describeSendOnce } from '../../support/sendOnceSuite';

let server: RedisServer;
beforeAll(async () => {
	server = await RedisServer.start();
});
afterAll(() => server.remove());

describeSendOnce('Redis', () => server.url);
