/** Stops `performance.now()` for the test, so that only `advance` lets time pass. */
export function stoppedClock(): { advance(milliseconds: number): void } {
	let now = 0;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
	return {
		advance(milliseconds) {
			now += milliseconds;
		},
	};
}
