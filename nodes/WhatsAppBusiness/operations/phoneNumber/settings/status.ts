/** How Meta writes that something is on or off. */
export function status(enabled: boolean): 'ENABLED' | 'DISABLED' {
	return enabled ? 'ENABLED' : 'DISABLED';
}
