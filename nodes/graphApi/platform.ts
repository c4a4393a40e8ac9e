/** Part of a request: a call of Kapso's platform API. Any other host refuses it. https://docs.kapso.ai/api/platform/v1 */
export const onPlatform = { on: 'fixed', base: 'platform' } as const;
