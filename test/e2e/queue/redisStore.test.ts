import { storeContract } from '../../support/stores/contract';
import { sharedStoreContract } from '../../support/stores/processes';
import * as opener from '../../support/stores/redis';
import { RedisServer } from '../support/redisServer';

let server: RedisServer;
beforeAll(async () => {
	server = await RedisServer.start();
});
afterAll(() => server.remove());

async function emptied() {
	await server.command('FLUSHALL');
	return { at: server.url, remove: () => undefined };
}

storeContract('RedisStore', opener, emptied);
sharedStoreContract('RedisStore', require.resolve('../../support/stores/redis'), emptied);
