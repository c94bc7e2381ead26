/** The folder with the programs of the files as they are, made where it is not there yet: `main.mjs` is the bot. @param root of the project @param cache where such folders stand */
export function built(root?: string, cache?: string): Promise<string>
/** @param entryPoints what each program is called, and the file it begins with @param outdir a folder under `node_modules`, where packages are found */
export function bundle(entryPoints: Record<string, string>, outdir: string): Promise<void>
