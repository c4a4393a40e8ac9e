import { climbPerSecond, halvingPause, lowestRate } from '../graphApi/rateLimiter';
import { reservedSeconds } from '../graphApi/sharedBucket';
import { burstSeconds, idleTime } from '../graphApi/tokenBucket';

/** Milliseconds for which the rate of a process counts after it has reserved something. It asks ten times a second. */
const countsFor = 2_000;
/** Milliseconds after the last message in which a number's rate is forgotten. */
const lifetime = 600_000;
/** So far ahead, in milliseconds and in permits, no processes reserve: the clock of Redis was set back. */
const farAhead = { milliseconds: 60_000, permits: 100 };

/**
 * A number's hash: `next` is the time of the first permit that nobody has reserved, `fastest` the highest rate of a
 * process, `adaptive` the rate learnt from refusals. All by the clock of Redis, in milliseconds and messages per second.
 */
const readState = `
	local time = redis.call('TIME')
	local now = time[1] * 1000 + time[2] / 1000
	local fields = redis.call('HMGET', KEYS[1], 'next', 'fastest', 'fastestUntil', 'adaptive', 'halvedAt')
	local next = tonumber(fields[1] or 0)
	local fastest = tonumber(fields[2] or 0)
	local fastestUntil = tonumber(fields[3] or 0)
	local adaptive = tonumber(fields[4] or math.huge)
	local halvedAt = tonumber(fields[5] or 0)
	-- If the clock of Redis was set back, these would hold for as long.
	if halvedAt > now then halvedAt = 0 end
	if fastestUntil > now + ${countsFor} then fastestUntil = 0 end
	local function keep(...)
		redis.call('HSET', KEYS[1], ...)
		redis.call('PEXPIRE', KEYS[1], ${lifetime})
	end`;

/** The same rules as those of `RateLimiter` and `TokenBucket`, for several processes. */
export const rateScripts = {
	/** Arguments: permits at most, messages per second, messages accepted. Returns what a `Reservation` has, as texts. */
	reserve: `${readState}
		local atMost, maxRate, accepted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
		local before = math.min(fastest, adaptive)
		local isFaster = maxRate > fastest
		if maxRate >= fastest or now > fastestUntil then
			fastest = maxRate
			fastestUntil = now + ${countsFor}
		end
		if adaptive < fastest then
			adaptive = adaptive + fastest * ${climbPerSecond} * accepted / adaptive
			keep('adaptive', adaptive)
		end
		local rate = math.min(fastest, adaptive)
		local interval = 1000 / rate
		local count = math.max(1, math.min(atMost, math.floor(rate * ${reservedSeconds})))
		-- As many permits are taken as before, but each takes less time.
		if isFaster and next > now then next = now + (next - now) * before / rate end
		if now - next > ${idleTime} then next = now end
		if next - now > math.max(${farAhead.milliseconds}, ${farAhead.permits} * interval) then next = now end
		next = math.max(next, now - ${burstSeconds * 1000})
		keep('next', next + count * interval, 'fastest', fastest, 'fastestUntil', fastestUntil)
		return { tostring(count), tostring(next - now), tostring(interval) }`,
	/** Argument: messages per second. */
	slowDown: `${readState}
		if now - halvedAt < ${halvingPause} then return end
		fastest = math.max(fastest, tonumber(ARGV[1]))
		local lowest = math.min(${lowestRate}, fastest)
		keep('adaptive', math.max(lowest, math.min(fastest, adaptive) / 2), 'halvedAt', now)`,
} as const;
