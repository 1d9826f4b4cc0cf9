import { HOSTILE_MAPS } from './test/hostile/hostile-maps.ts'
import { HOSTILE_BASELINES } from './test/hostile/hostile-tsv.ts'
import { HOSTILE_LANES, HOSTILE_PACKETS, HOSTILE_YAML } from './test/hostile/hostile-yaml.ts'
import { readOwnershipMap } from './lib/formats/ownership-map.ts'
import { readDomainLane } from './lib/formats/domain-lane.ts'
import { parseGuardBaseline } from './lib/formats/guard-tsv.ts'
import { collectFaults } from './lib/formats/located-faults.ts'
const out:[number,string][]=[]
const t=(n:string,f:()=>void)=>{const a=process.cpuUsage(); f(); const b=process.cpuUsage(a); out.push([(b.user+b.system)/1000,n])}
for (const x of HOSTILE_MAPS) t('map '+x.name,()=>readOwnershipMap('package','x',x.bytes))
for (const x of [...HOSTILE_YAML,...HOSTILE_LANES,...HOSTILE_PACKETS]) t('yaml '+x.name,()=>readDomainLane(x.bytes,collectFaults('x')))
for (const x of HOSTILE_BASELINES) t('tsv '+x.name,()=>parseGuardBaseline(x.bytes,collectFaults('x')))
console.log(out.sort((a,b)=>b[0]-a[0]).slice(0,14).map(([m,n])=>m.toFixed(0)+'ms '+n).join('\n'))
console.log((process.memoryUsage().rss/1e6).toFixed(0)+' MB rss')
