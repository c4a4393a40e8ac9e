import { RedisConnection } from '../../../nodes/memory/redisConnection';
import { RedisStore } from '../../../nodes/memory/redisStore';

/** @param at 'Redis URL' of a credential. */
export const openStore = (at: string) => new RedisStore(new RedisConnection(at));
